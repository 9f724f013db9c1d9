# build-index with the viewer in it, and nothing else: docker build -t reading-room .
FROM rust:1.95-slim-bookworm AS build
# npm brings wasm-opt, which makes the page a third smaller.
RUN apt-get update && apt-get install -y --no-install-recommends npm && rm -rf /var/lib/apt/lists/*
WORKDIR /reading-room
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/reading-room/target \
    cargo xtask dist && cp target/dist/build-index /build-index

# glibc and no shell.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /build-index /usr/local/bin/build-index
WORKDIR /archive
ENTRYPOINT ["build-index"]
