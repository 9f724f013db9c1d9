//! Calling other programs: the command line is printed before, and a failure says what to do.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};

/// A command line about to be run.
pub(crate) struct Call {
    command: Command,
    remedy: Option<String>,
    aside: bool,
}

impl Call {
    /// A call of a program, in the current folder.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        Self { command: Command::new(program), remedy: None, aside: false }
    }

    /// Adds one argument.
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    /// Adds several arguments.
    pub(crate) fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets a variable, shown in front of the command line.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Puts folders in front of PATH.
    pub(crate) fn search(mut self, folders: &[PathBuf]) -> Result<Self> {
        let path = env::var_os("PATH").unwrap_or_default();
        let all = folders.iter().cloned().chain(env::split_paths(&path));
        self.command.env("PATH", env::join_paths(all).context("a folder cannot stand in PATH")?);
        Ok(self)
    }

    /// Runs in a folder.
    pub(crate) fn dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// What the reader can do when it fails.
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// Keeps the standard output free of it, for a command whose results go there.
    pub(crate) fn aside(mut self) -> Self {
        self.command.stdout(io::stderr());
        self.aside = true;
        self
    }

    /// Runs it to its end.
    pub(crate) fn run(mut self) -> Result<()> {
        self.announce();
        let status = self.command.status();
        self.check(status.map(|status| status.success()))
    }

    /// Runs it to its end, handing on each line of its standard output after printing it.
    pub(crate) fn run_reading(mut self, mut line_read: impl FnMut(&str)) -> Result<()> {
        self.announce();
        let mut child = match self.command.stdout(Stdio::piped()).spawn() {
            Ok(child) => child,
            Err(error) => return self.check(Err(error)),
        };
        let output = child.stdout.take().context("the output was not piped")?;
        for line in BufReader::new(output).split(b'\n') {
            let line = line.context("reading the output")?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            line_read(&line);
        }
        let status = child.wait();
        self.check(status.map(|status| status.success()))
    }

    /// Runs it without a word and gives its standard output; `None` when it could not run or
    /// failed.
    pub(crate) fn ask(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Replaces this process by it, so that a signal sent to xtask reaches the program.
    pub(crate) fn replace_process(mut self) -> Result<()> {
        self.announce();
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt;
            let error = self.command.exec();
            self.check(Err(error))
        }
        #[cfg(not(unix))]
        {
            let status = self.command.status();
            self.check(status.map(|status| status.success()))
        }
    }

    fn announce(&self) {
        match self.aside {
            true => eprintln!("$ {}", self.line()),
            false => println!("$ {}", self.line()),
        }
    }

    /// The command line as one would type it, without PATH.
    fn line(&self) -> String {
        let set = self.command.get_envs().filter(|(name, _)| *name != "PATH");
        let variables =
            set.filter_map(|(name, value)| Some(format!("{}={}", name.display(), quoted(value?))));
        let words = [self.command.get_program()].into_iter().chain(self.command.get_args());
        variables.chain(words.map(quoted)).collect::<Vec<_>>().join(" ")
    }

    fn check(&self, succeeded: io::Result<bool>) -> Result<()> {
        let program = Path::new(self.command.get_program()).display();
        let cause = match succeeded {
            Ok(true) => return Ok(()),
            Ok(false) => anyhow!("`{program}` failed"),
            Err(error) => anyhow!("`{program}` could not be run: {error}"),
        };
        match &self.remedy {
            Some(remedy) => bail!("{cause}\n  {remedy}"),
            None => Err(cause),
        }
    }
}

/// The folders of PATH.
pub(crate) fn path_folders() -> Vec<PathBuf> {
    env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect()
}

/// The first file of that name in PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    path_folders().into_iter().map(|folder| in_folder(&folder, program)).find(|path| path.is_file())
}

/// A program's path in a folder.
pub(crate) fn in_folder(folder: &Path, program: &str) -> PathBuf {
    folder.join(format!("{program}{}", env::consts::EXE_SUFFIX))
}

fn quoted(word: &OsStr) -> String {
    let text = word.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "-_=./:,+@%".contains(c);
    if !text.is_empty() && text.chars().all(plain) { text } else { format!("'{text}'") }
}

/// A variable of the environment that is set and not empty.
pub(crate) fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_as_one_would_type_it() {
        let call = Call::new("cargo").env("RUSTDOCFLAGS", "-D warnings").args(["doc", "--no-deps"]);
        assert_eq!(call.line(), "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps");
    }

    #[test]
    fn a_failure_names_the_program_and_the_remedy() {
        let call = Call::new("cargo").arg("no-such-command").remedy("do this instead");
        let error = call.run().unwrap_err().to_string();
        assert_eq!(error, "`cargo` failed\n  do this instead");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = Call::new("no-such-program").run().unwrap_err().to_string();
        assert!(error.starts_with("`no-such-program` could not be run:"), "{error}");
        assert_eq!(Call::new("no-such-program").ask(), None);
    }

    #[test]
    fn lines_are_handed_on_while_they_are_printed() {
        let mut lines = Vec::new();
        let call = Call::new("cargo").arg("--version");
        call.run_reading(|line| lines.push(line.to_owned())).unwrap();
        assert!(lines[0].starts_with("cargo "), "{lines:?}");
    }
}
