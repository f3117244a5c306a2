#!/usr/bin/env bash
# Makes the place of Pulumi's state and the key of its secrets, once per account, in eu-west-1 (P-07). May be run again: what
# is there already is kept, and its settings are made what they should be.
set -euo pipefail
export AWS_REGION=eu-west-1 AWS_PAGER=""

expected=${1:-}
if ! [[ $expected =~ ^[0-9]{12}$ ]]; then
    echo "usage: tools/state-store.sh ACCOUNT, found \"$expected\", expected the 12 digits of the account" >&2
    exit 1
fi
account=$(aws sts get-caller-identity --query Account --output text)
if [ "$account" != "$expected" ]; then
    echo "credentials are of account $account, expected $expected" >&2
    exit 1
fi

alias=alias/pulumi-state
bucket=appsonic-pulumi-state-$account

key=$(aws kms list-aliases --query "Aliases[?AliasName=='$alias'].TargetKeyId" --output text)
if [ -z "$key" ] || [ "$key" = None ]; then
    key=$(aws kms create-key --description "State and secrets of Pulumi" --query KeyMetadata.KeyId --output text)
    aws kms create-alias --alias-name "$alias" --target-key-id "$key"
fi
aws kms enable-key-rotation --key-id "$key"

found=$(aws s3api list-buckets --query "Buckets[?Name=='$bucket'].Name" --output text)
if [ -z "$found" ] || [ "$found" = None ]; then
    aws s3api create-bucket --bucket "$bucket" \
        --create-bucket-configuration LocationConstraint="$AWS_REGION" --object-ownership BucketOwnerEnforced
fi
owned=(--bucket "$bucket" --expected-bucket-owner "$account")
aws s3api put-public-access-block "${owned[@]}" --public-access-block-configuration \
    BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
aws s3api put-bucket-encryption "${owned[@]}" --server-side-encryption-configuration \
    "{\"Rules\":[{\"ApplyServerSideEncryptionByDefault\":{\"SSEAlgorithm\":\"aws:kms\",\"KMSMasterKeyID\":\"$key\"},\"BucketKeyEnabled\":true}]}"
# An earlier state can be had back, and is not kept for ever.
aws s3api put-bucket-versioning "${owned[@]}" --versioning-configuration Status=Enabled
aws s3api put-bucket-lifecycle-configuration "${owned[@]}" --lifecycle-configuration \
    '{"Rules":[{"ID":"earlier-states","Status":"Enabled","Filter":{},"NoncurrentVersionExpiration":{"NoncurrentDays":365},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}'
aws s3api put-bucket-policy "${owned[@]}" --policy \
    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"TlsOnly\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":[\"arn:aws:s3:::$bucket\",\"arn:aws:s3:::$bucket/*\"],\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}]}"

cat <<END
pulumi login 's3://$bucket?region=$AWS_REGION'
pulumi stack init STACK --secrets-provider 'awskms://$alias?region=$AWS_REGION'
END
