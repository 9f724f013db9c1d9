//! Where people meet it: the action that publishes an archive, the hosts that serve a site, the blogs
//! that embed one, and `trunk serve` on a developer's desk.

mod action;
mod blogs;
mod headers;
mod hosts;
mod running;
mod scripts;
mod site;
mod trunk_serve;
mod workflow;
