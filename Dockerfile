# syntax=docker/dockerfile:1
# The application alone; the database is a service of its own (docker-compose.yml).

FROM maven:3-eclipse-temurin-25 AS build
# Not root: the build makes its AOT cache by a training run with a throw-away PostgreSQL, which refuses root.
RUN useradd --create-home builder && mkdir -p /opt/gopy && chown builder:builder /opt/gopy
USER builder
WORKDIR /opt/gopy
COPY --chown=builder:builder pom.xml ./
COPY --chown=builder:builder bin bin
COPY --chown=builder:builder frontend frontend
COPY --chown=builder:builder src/main src/main
RUN bin/gopy build && mv target/app/*/ app && rm app/complete

FROM debian:13-slim
# tesseract reads scanned pages; util-linux brings unshare and prlimit, the walls around the reading processes.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl tesseract-ocr tesseract-ocr-vie util-linux \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home --home-dir /var/lib/gopy gopy
# The very JDK that made the AOT cache: another one would not accept it.
COPY --from=build /opt/java/openjdk /opt/java/openjdk
COPY --from=build /opt/gopy/app /opt/gopy/app
COPY bin/gopy /opt/gopy/bin/gopy
USER gopy
WORKDIR /var/lib/gopy
ENV JAVA_HOME=/opt/java/openjdk \
    GOPY_DATA=/var/lib/gopy/data \
    GOPY_ADDRESS=0.0.0.0 \
    LOGGING_THRESHOLD_CONSOLE=INFO
RUN mkdir -m 700 /var/lib/gopy/data
VOLUME /var/lib/gopy/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
    CMD curl --fail --silent --output /dev/null http://127.0.0.1:8080/actuator/health
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/gopy/bin/gopy", "run"]
