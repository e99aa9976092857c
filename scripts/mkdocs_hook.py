"""What MkDocs calls; the work is done in `jianzhu.site.hook`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from jianzhu.site.hook import (
    on_build_error,
    on_config,
    on_env,
    on_files,
    on_page_content,
    on_page_markdown,
    on_post_build,
    on_post_page,
    on_post_template,
    on_pre_build,
    on_startup,
    on_template_context,
)

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_page_content",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_pre_build",
    "on_startup",
    "on_template_context",
]
