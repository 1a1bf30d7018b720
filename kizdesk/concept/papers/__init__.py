"""Write the papers for the bodies: the Sitzungsvorlage and the Sachstandsbericht, proposed from the data.

``layout`` is the set of fields as data, ``brief`` what a paper is made from, ``parts`` the sentences that are proposed,
``values`` what a field holds, ``build`` the document.
"""
