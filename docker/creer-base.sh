#!/bin/sh
# Run once by the postgres image: the application gets a role of its own, owner of one database and nothing more
# (pg_trgm and unaccent are trusted extensions: the owner of the database may create them).
set -eu
psql --set=ON_ERROR_STOP=1 --set=mot_de_passe="$CONCORDANCE_DB_PASSWORD" --username postgres --dbname postgres <<'SQL'
CREATE ROLE concordance LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'mot_de_passe';
CREATE DATABASE concordance OWNER concordance;
REVOKE CONNECT ON DATABASE concordance FROM PUBLIC;
SQL
