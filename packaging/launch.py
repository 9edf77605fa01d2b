"""What the bundle's programs start: the window and the command line, the render worker, and `postwright-ask`."""

import sys
from pathlib import Path

if Path(sys.argv[0]).stem == "postwright-ask":
    from editor.ui.asking import run

    run()
else:
    from editor.__main__ import main

    sys.exit(main())
