# One recipe for the five images: docker compose says which SERVICE. The build stage is shared and cached.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -DskipTests -pl '!clients,!e2e-tests' package

FROM eclipse-temurin:25-jre
ARG SERVICE
LABEL org.opencontainers.image.title="Helpdesk ${SERVICE}" org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 helpdesk && useradd --system --uid 10001 --gid helpdesk --home-dir /app helpdesk
WORKDIR /app
COPY --from=build --chown=helpdesk:helpdesk /source/${SERVICE}/target/quarkus-app/ ./
COPY --chown=helpdesk:helpdesk docker/healthy.sh /app/healthy.sh
USER helpdesk
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -XX:+UseCompactObjectHeaders"
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
