//! A host for a site, as GitHub Pages is one: HTTP/2 over TLS, and compressed what that compresses.

use std::fs;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::bench::contender::empty;
use crate::tools::nginx;

/// How long it may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

/// nginx, under way. It ends when it is dropped.
pub(super) struct Host {
    process: Child,
    port: u16,
    /// The hash of its public key, as Chromium wants it.
    pub(super) key_hash: String,
}

impl Host {
    /// Serves a folder. In another, which is emptied, it keeps what is its own.
    pub(super) fn start(root: &Path, own: &Path) -> Result<Self> {
        let nginx = nginx::ready()?;
        empty(own)?;
        let key_hash = certify(own)?;
        let port = free_port()?;
        let file = own.join("nginx.conf");
        fs::write(&file, configuration(root, port)).with_context(|| format!("writing {}", file.display()))?;
        let mut command = Command::new(nginx);
        command.arg("-p").arg(own).arg("-c").arg(&file).args(["-e", "stderr"]);
        let process = command.stdin(Stdio::null()).spawn().context("nginx could not be run")?;
        let mut host = Self { process, port, key_hash };
        host.wait()?;
        Ok(host)
    }

    /// The address of a path, which begins without a slash.
    pub(super) fn address(&self, path: &str) -> String {
        format!("https://127.0.0.1:{}/{path}", self.port)
    }

    fn wait(&mut self) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("nginx ended with {status}; what it said is above");
            }
            ensure!(Instant::now() < deadline, "nginx does not answer");
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// GitHub Pages sends what ends with `.gz`, and what it does not know, as it is.
fn configuration(root: &Path, port: u16) -> String {
    format!(
        "master_process off; daemon off; pid nginx.pid; error_log stderr;\n\
         events {{}}\n\
         http {{\n\
         access_log off;\n\
         client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;\n\
         uwsgi_temp_path uwsgi; scgi_temp_path scgi;\n\
         types {{\n\
         text/html html; text/css css; text/javascript js; application/json json;\n\
         application/wasm wasm; application/xml xml; image/svg+xml svg; text/plain txt;\n\
         image/png png; application/gzip gz; application/manifest+json webmanifest;\n\
         }}\n\
         default_type application/octet-stream;\n\
         gzip on; gzip_comp_level 6; gzip_vary on;\n\
         gzip_types text/css text/javascript application/json application/wasm application/xml image/svg+xml;\n\
         server {{\n\
         listen 127.0.0.1:{port} ssl http2;\n\
         ssl_certificate certificate.pem; ssl_certificate_key key.pem;\n\
         root \"{}\";\n\
         add_header Cache-Control max-age=600;\n\
         add_header Access-Control-Allow-Origin *;\n\
         }}\n\
         }}\n",
        root.display()
    )
}

/// Makes a key and a certificate, and gives the hash of the public key.
fn certify(folder: &Path) -> Result<String> {
    let request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 7 -subj \
                   /CN=127.0.0.1 -keyout key.pem -out certificate.pem";
    openssl(folder, request, &[])?;
    let public = openssl(folder, "x509 -in certificate.pem -pubkey -noout", &[])?;
    let der = openssl(folder, "pkey -pubin -outform der", &public)?;
    Ok(STANDARD.encode(openssl(folder, "dgst -sha256 -binary", &der)?))
}

/// What openssl makes of an input.
fn openssl(folder: &Path, arguments: &str, input: &[u8]) -> Result<Vec<u8>> {
    let mut command = Command::new("openssl");
    command.current_dir(folder).args(arguments.split(' '));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = command.spawn().context("openssl could not be run")?;
    // Taken and dropped: the input ends here.
    process.stdin.take().context("its input was not piped")?.write_all(input)?;
    let output = process.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`openssl {arguments}` failed:\n{said}");
    Ok(output.stdout)
}

/// A port that nobody had a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("looking for a port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_already_is_not_compressed_again() {
        let text = configuration(Path::new("/srv/a b"), 4711);
        let types = text.lines().find(|line| line.starts_with("gzip_types")).unwrap();
        assert!(types.contains("application/wasm"), "{types}");
        assert!(!types.contains("application/gzip") && !types.contains("octet-stream"), "{types}");
        assert!(text.contains("root \"/srv/a b\";") && text.contains("127.0.0.1:4711 ssl http2;"), "{text}");
    }
}
