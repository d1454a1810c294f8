FROM node:26-slim AS page
WORKDIR /opt/lisan
COPY package.json package-lock.json ./
COPY runtime runtime
RUN npm ci
COPY vite.config.ts vite.embed.config.ts tsconfig.json ./
COPY scripts/build-page.js scripts/
COPY src src
RUN npm run build:page

FROM node:26-slim
WORKDIR /opt/lisan
COPY package.json package-lock.json ./
COPY runtime runtime
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY bin bin
COPY src src
COPY data data
# Packs the places of GeoNames; the user below may not write here.
RUN node bin/lisan.js entities check --json > /dev/null
COPY --from=page /opt/lisan/dist dist
ENV NODE_ENV=production LISAN_HOST=0.0.0.0 LISAN_DATA=/var/lib/lisan
RUN mkdir -p /var/lib/lisan && chown node:node /var/lib/lisan
USER node
VOLUME /var/lib/lisan
EXPOSE 3000
CMD ["node", "bin/lisan.js", "serve", "--sample"]
