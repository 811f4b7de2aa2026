"""What explorers are made of. An explorer itself is one module beside this folder.

``explorer.py`` the base class: states and their scenes · ``controls.py`` what a reader moves ·
``tables.py`` scenes packed for the page · ``shell.py`` and ``painter.js`` the widget and its page ·
``learner.py`` and ``judged.py`` functions of the learner's · ``pieces.py`` and ``words.py`` drawn
pieces and words that explorers share · ``arrays.py`` arrays that a reader brings along
"""
