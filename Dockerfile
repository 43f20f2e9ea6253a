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
CMD ["node", "--max-semi-space-size=1", "--optimize-for-size", "bin/clue-bot.js"]
