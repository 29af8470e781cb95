#!/bin/sh
# Makes each secret that is not there yet, once, into the volume that all containers read. To bring your own, put files of
# these names into the volume before the first start.
set -eu
cd /run/helpdesk
for name in secret admin-password postgres-password database-ticket database-customer database-feedback \
    database-notification database-gateway; do
    if [ ! -s "$name" ]; then
        head -c 36 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n' >"$name.new"
        mv "$name.new" "$name"
    fi
done
chmod 0444 ./*
echo "The secrets are there. The administrator's password: docker compose exec gateway cat /run/helpdesk/admin-password"
