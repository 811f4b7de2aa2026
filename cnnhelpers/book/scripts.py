"""Modules of the page as one classic script: from a folder on disk a browser loads no other kind.

No bundler, since the modules are few and plain: each imports names from others beside it, and
exports declarations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./[\w.]+";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:const|class|function) (\w+)", re.MULTILINE)
_DEFAULT = re.compile(r"^export default \{ (\w+) \};$", re.MULTILINE)


def classic(modules: Mapping[str, str], name: str) -> str:
    """Return a script that puts all that the modules export into `name`.

    Args:
        modules: their texts by their names; each imports only from those before it.
        name: where the exports go, such as ``cnnBook.kit``.

    Raises ValueError for an import or an export of another form.
    """
    parts = [f"{name} = {{}};"]
    for module, text in modules.items():
        names = _EXPORT.findall(text) + _DEFAULT.findall(text)
        plain = _IMPORT.sub(rf"const \1 = {name};", text)
        plain = _DEFAULT.sub("", plain)
        plain = re.sub(r"^export ", "", plain, flags=re.MULTILINE)
        if re.search(r"^(import|export)\b", plain, re.MULTILINE) or not names:
            raise ValueError(
                f"{module}: it should import {{ names }} from a module beside it, and export "
                "const, class, function or default { name }."
            )
        plain += f"\nObject.assign({name}, {{ {', '.join(names)} }});\n"
        parts.append(f"// {module}\n(() => {{\n{plain}}})();")
    return '"use strict";\n' + "\n".join(parts) + "\n"
