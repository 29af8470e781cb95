#!/bin/sh
# A database for each service, with an owner of its own that cannot enter the others.
set -eu
for service in ticket customer feedback notification gateway; do
    password=$(cat "/run/helpdesk/database-$service")
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" -v password="$password" <<SQL
create role helpdesk_$service login password :'password';
create database helpdesk_$service owner helpdesk_$service;
revoke connect on database helpdesk_$service from public;
SQL
done
