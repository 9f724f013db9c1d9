//! Runs the steps of action.yml as GitHub does, but for those that are actions themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use reading_room_tests::{build_index, in_checkout, viewer};
use serde::Deserialize;

/// `action.yml`, as far as it is run here.
#[derive(Deserialize)]
pub(crate) struct Action {
    inputs: BTreeMap<String, Input>,
    pub(crate) outputs: BTreeMap<String, Output>,
    runs: Runs,
}

#[derive(Deserialize)]
struct Input {
    default: String,
}

#[derive(Deserialize)]
pub(crate) struct Output {
    pub(crate) value: String,
}

#[derive(Deserialize)]
struct Runs {
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    id: Option<String>,
    #[serde(rename = "if")]
    condition: Option<String>,
    uses: Option<String>,
    run: Option<String>,
    #[serde(default)]
    env: BTreeMap<String, String>,
    #[serde(default)]
    with: BTreeMap<String, String>,
}

/// A keeper's repository on a machine that runs jobs for it, one after the other.
pub(crate) struct Job {
    action: Action,
    repository: PathBuf,
    machine: PathBuf,
}

/// What came of a run.
#[derive(Default)]
pub(crate) struct JobRun {
    pub(crate) succeeded: bool,
    /// What was printed.
    pub(crate) log: String,
    /// The Markdown on the page of the job.
    pub(crate) summary: String,
    /// The actions that were called, without their versions.
    pub(crate) called: Vec<String>,
    /// By `steps.ID.outputs.NAME`, and the inputs and what GitHub tells by their names.
    values: BTreeMap<String, String>,
}

impl Job {
    /// A job with the action of this checkout.
    pub(crate) fn new(repository: &Path, machine: &Path) -> Self {
        let text = fs::read_to_string(in_checkout("action.yml")).expect("action.yml can be read");
        let action = serde_saphyr::from_str(&text).expect("action.yml is an action");
        Self { action, repository: repository.to_owned(), machine: machine.to_owned() }
    }

    /// Runs the action, started by an event, with these inputs beside its defaults.
    pub(crate) fn run(&self, event: &str, inputs: &[(&str, &str)]) -> JobRun {
        let mut run = JobRun { succeeded: true, ..JobRun::default() };
        run.values.insert("github.event_name".to_owned(), event.to_owned());
        for name in ["github.run_id", "github.run_attempt"] {
            run.values.insert(name.to_owned(), "1".to_owned());
        }
        let defaults = self.action.inputs.iter().map(|(name, input)| (name.as_str(), input.default.as_str()));
        for (name, value) in defaults.chain(inputs.iter().copied()) {
            run.values.insert(format!("inputs.{name}"), value.to_owned());
        }
        for step in &self.action.runs.steps {
            if run.succeeded && step.condition.as_deref().is_none_or(|condition| run.holds(condition)) {
                self.step(step, &mut run);
            }
        }
        run
    }

    /// What the action gives to the steps after it.
    pub(crate) fn output(&self, run: &JobRun, name: &str) -> String {
        run.filled(&self.action.outputs[name].value)
    }

    fn step(&self, step: &Step, run: &mut JobRun) {
        match (&step.uses, &step.run) {
            (Some(uses), None) => self.call(uses, step, run),
            (None, Some(script)) => self.script(script, step, run),
            _ => panic!("a step either uses an action or runs a script"),
        }
    }

    /// Stands in for other actions.
    fn call(&self, uses: &str, step: &Step, run: &mut JobRun) {
        let (name, version) = uses.split_once('@').expect("an action is named with its version");
        assert!(version.starts_with('v'), "{uses}");
        let with: Vec<String> = step.with.values().map(|value| run.filled(value)).collect();
        assert!(with.iter().all(|value| !value.is_empty()), "{name} lacks an input: {with:?}");
        match name {
            // The binary was kept by a run before.
            "actions/cache" => {
                let folder = PathBuf::from(run.filled(&step.with["path"]));
                fs::create_dir_all(&folder).expect("the folder can be made");
                let _ = fs::remove_file(folder.join("build-index"));
                std::os::unix::fs::symlink(build_index(), folder.join("build-index"))
                    .expect("a link can be made");
            }
            "actions/configure-pages" => run.tell(step, "base_url=https://keeper.example/archive\n"),
            "actions/deploy-pages" => run.tell(step, "page_url=https://keeper.example/archive/\n"),
            _ => {}
        }
        run.called.push(name.to_owned());
    }

    fn script(&self, script: &str, step: &Step, run: &mut JobRun) {
        assert!(!script.contains("${{"), "a value becomes code: {script}");
        let [output, summary] = ["output", "summary"].map(|name| self.machine.join(name));
        fs::write(&output, "").expect("the file can be written");
        fs::write(&summary, &run.summary).expect("the file can be written");
        let mut bash = Command::new("bash");
        bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).current_dir(&self.repository);
        bash.env("GITHUB_ACTION_PATH", in_checkout("")).env("RUNNER_OS", "Linux").env("RUNNER_ARCH", "X64");
        bash.env("RUNNER_TEMP", &self.machine).env("READING_ROOM_VIEWER_DIR", viewer());
        bash.env("GITHUB_OUTPUT", &output).env("GITHUB_STEP_SUMMARY", &summary);
        bash.envs(step.env.iter().map(|(name, value)| (name, run.filled(value))));
        let ran = bash.output().expect("bash can be run");
        run.succeeded = ran.status.success();
        run.log += &String::from_utf8_lossy(&ran.stdout);
        run.log += &String::from_utf8_lossy(&ran.stderr);
        run.summary = fs::read_to_string(&summary).expect("the summary is text");
        run.tell(step, &fs::read_to_string(&output).expect("outputs are text"));
    }
}

impl JobRun {
    fn tell(&mut self, step: &Step, lines: &str) {
        let Some(id) = &step.id else { return };
        for (name, value) in lines.lines().filter_map(|line| line.split_once('=')) {
            self.values.insert(format!("steps.{id}.outputs.{name}"), value.to_owned());
        }
    }

    /// A text with its `${{ … }}` replaced. Outputs of steps that did not run are empty.
    fn filled(&self, text: &str) -> String {
        let Some((before, rest)) = text.split_once("${{") else { return text.to_owned() };
        let (expression, after) = rest.split_once("}}").expect("an expression ends");
        format!("{before}{}{}", self.value(expression.trim()), self.filled(after))
    }

    /// Whether `a == 'x' && b == 'y'` holds.
    fn holds(&self, condition: &str) -> bool {
        condition.split(" && ").all(|part| {
            let (name, value) = part.split_once(" == ").expect("conditions compare");
            self.value(name) == value.trim_matches('\'')
        })
    }

    fn value(&self, name: &str) -> &str {
        match self.values.get(name) {
            Some(value) => value,
            None if name.starts_with("steps.") => "",
            None => panic!("nothing gives {name}"),
        }
    }
}
