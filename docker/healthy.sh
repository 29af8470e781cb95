#!/bin/bash
# Whether the service on this port of the container is ready. Uses the shell's own sockets: the image has no HTTP client.
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
IFS= read -r -t 3 status <&3
[[ $status == *" 200 "* ]]
