# Avbrottsboten: the service and its packages in one file (`npm run build`), so that a start takes half the time; beside
# it the source, which the operator's commands run.
#
#   docker build -t avbrottsboten .
#   docker run --read-only --tmpfs /tmp --env-file .env -v avbrottsboten:/data -p 3978:3978 avbrottsboten
#
# All that it writes is in /data. The operator's commands run in the container, as `docker exec … npm run backup`.

FROM node:24.21-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM dependencies AS build
RUN npm ci --ignore-scripts
COPY cards ./cards
COPY src ./src
RUN ["node", "src/tools/build.ts"]

FROM node:24.21-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data NODE_COMPILE_CACHE=/compiled
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY cards ./cards
COPY src ./src
COPY --from=build /app/dist/service ./dist/service
RUN install -d -o node -g node -m 0700 /data /compiled
USER node
# It runs for a moment, and what V8 made of the code is kept, so that no start need make it again. That depends on who
# starts, and with which options.
RUN ["env", "ALLOW_ANONYMOUS=true", "HOST=127.0.0.1", "DATA_DIR=/tmp/trial", "timeout", "--preserve-status", "10", "node", "--heap-growing-percent=50", "--initial-old-space-size=128", "--max-semi-space-size=32", "--no-regexp-tier-up", "--disable-warning=DEP0040", "dist/service/main.js"]
VOLUME /data
EXPOSE 3978
STOPSIGNAL SIGTERM
# Whether it lives. Whether it can answer is /ready, which says 503 while the store cannot be reached.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3978}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--heap-growing-percent=50", "--initial-old-space-size=128", "--max-semi-space-size=32", "--no-regexp-tier-up", "--disable-warning=DEP0040", "dist/service/main.js"]
