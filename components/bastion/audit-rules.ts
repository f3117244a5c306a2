/**
 * Kernel audit rules: every command of a person, and changes to what decides who gets in. People have a login id of 1000
 * and up; those who come by Session Manager have none, so they are known by their user id until they become root.
 * `-e 2` holds the rules until the next boot, against root, too.
 */
export const AUDIT_RULES = `-D
-b 8192
-f 1
-a always,exit -F arch=b64 -S execve,execveat -F auid>=1000 -F auid!=unset -k commands
-a always,exit -F arch=b64 -S execve,execveat -F auid=unset -F uid>=1000 -k commands
-w /etc/ssh -p wa -k sign-in
-w /etc/passwd -p wa -k identity
-w /etc/shadow -p wa -k identity
-w /etc/sudoers -p wa -k identity
-w /etc/sudoers.d -p wa -k identity
-w /etc/audit -p wa -k audit
-e 2
`;
