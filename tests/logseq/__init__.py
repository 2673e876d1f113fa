"""Pages of Logseq graphs: which notes count as such, and what Logseq makes of them."""
