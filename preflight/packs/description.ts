/** The SDK writes the policy's description and a newline before a reported message; a report has it once, elsewhere. */
export function withoutDescription(message: string, description: string): string {
    const prefix = `${description}\n`;
    return message.startsWith(prefix) ? message.slice(prefix.length) : message;
}
