"""The same hub on this machine alone, without accounts: for `trial.py`, never for a class.

Anybody who reaches it is let in under any name, so it listens on the loopback address only.
"""

import os
import sys

c = get_config()  # noqa: F821
load_subconfig("jupyterhub_config.py")  # noqa: F821

PORT = int(os.environ["CNN_TRIAL_PORT"])
HOMES = os.environ["CNN_TRIAL_HOMES"]
PYTHON = os.environ.get("CNN_TRIAL_PYTHON", sys.executable)

c.JupyterHub.bind_url = f"http://127.0.0.1:{PORT}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{PORT + 1}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{PORT + 2}"
c.JupyterHub.db_url = "sqlite://"
c.JupyterHub.cookie_secret_file = f"{HOMES}/cookie_secret"
c.ConfigurableHTTPProxy.pid_file = f"{HOMES}/proxy.pid"
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "jupyterhub.spawner.SimpleLocalProcessSpawner"
c.SimpleLocalProcessSpawner.home_dir_template = f"{HOMES}/{{username}}"
c.Spawner.ip = "127.0.0.1"
c.Spawner.cmd = [PYTHON, *c.Spawner.cmd[1:]]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    c.Spawner.args = [*c.Spawner.args, "--allow-root"]

c.JupyterHub.services = [
    *c.JupyterHub.services,
    {"name": "trial", "api_token": os.environ["CNN_TRIAL_TOKEN"]},
]
c.JupyterHub.load_roles = [
    *c.JupyterHub.load_roles,
    {
        "name": "trial",
        "scopes": ["admin:users", "admin:servers", "access:servers"],
        "services": ["trial"],
    },
]
