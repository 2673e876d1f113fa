" Vim and Neovim: `:compiler mdfollow`, then `:make` fills the quickfix list with what
" `mdfollow check` finds. `:make %` looks at the note in this window alone.
if exists('current_compiler')
  finish
endif
let current_compiler = 'mdfollow'

if exists(':CompilerSet') != 2
  command -nargs=* CompilerSet setlocal <args>
endif

CompilerSet makeprg=mdfollow\ check\ --output-format\ concise\ $*
" The `h` of “hint” cannot be a type of its own: the `i` makes it an information. Columns are
" counted in characters, which `%v` comes closest to.
CompilerSet errorformat=
      \%f:%l:%v:\ %trror\ MDF%n:\ %m,
      \%f:%l:%v:\ %tarning\ MDF%n:\ %m,
      \%f:%l:%v:\ h%tnt\ MDF%n:\ %m,
      \%f:\ %trror\ MDF%n:\ %m,
      \%f:\ %tarning\ MDF%n:\ %m,
      \%-G%.%#
