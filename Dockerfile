# The command liegg in a container. The build of the project does not run this.
#   docker build -t liegg .
#   docker run --rm --read-only --tmpfs /tmp -v "$PWD:/work" liegg check --model net.zip --data x.npy …
# Plug-ins: -v "$PWD/plugins:/opt/liegg/plugins"

FROM eclipse-temurin:17-jdk AS build
WORKDIR /source
COPY . .
# The launcher builds what it runs; no archive of classes, which would be that of another Java.
RUN LIEGG_CACHE=none ./liegg --version \
 && mkdir -p /opt/liegg/bin /opt/liegg/plugins \
 && cp -r cli/target/liegg/lib cli/target/liegg/examples /opt/liegg/ \
 && cp liegg /opt/liegg/bin/

FROM eclipse-temurin:17-jre
# Libraries unpack native code below the user's home, so that it is where everybody may write.
RUN useradd --system --home-dir /tmp --shell /usr/sbin/nologin liegg
COPY --from=build /opt/liegg /opt/liegg
ENV LIEGG_CACHE=/opt/liegg/cache PATH=/opt/liegg/bin:$PATH
# Makes the archive of parsed classes now: nothing below /opt is written to later.
RUN liegg --version && ls -s /opt/liegg/cache/classes-*.jsa && rm -rf /tmp/* /tmp/.[!.]*
USER liegg
WORKDIR /work
ENTRYPOINT ["liegg"]
