# Not run where it was written (no container engine there); test/architecture/containers.spec.ts
# checks it by reading.
FROM node:20-bookworm-slim AS build
WORKDIR /waymark
COPY package.json package-lock.json ./
# npm wants the manifests of the workspaces as well
COPY libs/client/package.json ./libs/client/
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 WAYMARK_DATA_DIR=/data
WORKDIR /waymark
# a named volume takes over the owner of the folder it covers
RUN mkdir /data && chown node:node /data
COPY --from=build /waymark/package.json ./
COPY --from=build /waymark/node_modules ./node_modules
COPY --from=build /waymark/models ./models
COPY --from=build /waymark/mappings ./mappings
COPY --from=build /waymark/dist ./dist
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
# node itself, since npm and shells do not pass SIGTERM on
CMD ["node", "dist/apps/api/src/main.js"]
