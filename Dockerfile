# docker build -t clue-bot . && docker run --env-file .env -v clue-bot:/app/data --restart unless-stopped clue-bot
# Docker takes the quotes in such a file for a part of the value: write CLUE_PASSWORD there without quotes around it.
FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package that the bot runs on needs its install script.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY bin bin
COPY src src
# The store lies in ./data and belongs to the user that the bot runs as.
RUN install -d -o node -g node -m 700 data
USER node
VOLUME /app/data
# For the container alone. To ask from outside: -e HEALTH_PORT=0.0.0.0:8080 -p 127.0.0.1:8080:8080
ENV HEALTH_PORT=8080
# The first start reads all sources. An answer of 503 or none, three times in a row, makes the container unhealthy.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["node", "bin/is-alive.js"]
CMD ["node", "--max-semi-space-size=1", "--optimize-for-size", "bin/clue-bot.js"]
