;;; mdfollow.el --- What mdfollow finds, in Emacs  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "26.1"))

;;; Commentary:

;; (load "~/.emacs.d/mdfollow.el"), and then:
;; M-x mdfollow-check     what `mdfollow check' finds, in a compilation buffer
;; M-x mdfollow-sync      the plans of all notes
;; (add-hook 'markdown-mode-hook #'mdfollow-flymake)   findings at their place, after each save
;; (add-hook 'org-mode-hook #'mdfollow-flymake)
;; A capture template for Org is in the docs.

;;; Code:

(require 'compile)
(require 'flymake)

(defvar mdfollow-program "mdfollow" "The name of the program, or the path to it.")

(defconst mdfollow-line
  (concat "^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): "
          "\\(?:error\\|\\(warning\\)\\|\\(hint\\)\\) \\(MDF[0-9]+: .*\\)$")
  "One finding: file, line, column, how much it matters, and what it is.")

(add-to-list 'compilation-error-regexp-alist-alist
             `(mdfollow ,mdfollow-line 1 2 3 (4 . 5)))
(add-to-list 'compilation-error-regexp-alist 'mdfollow)

(defun mdfollow-check ()
  "Show everything wrong or improvable in the interview notes of this vault."
  (interactive)
  (compile (concat mdfollow-program " check --output-format concise")))

(defun mdfollow-sync ()
  "Plan the interview notes of this vault.
Buffers that follow their files show it at once."
  (interactive)
  (save-some-buffers)
  (compile (concat mdfollow-program " sync")))

(defun mdfollow-flymake ()
  "Show findings at their place in this buffer, anew after each save."
  (add-hook 'flymake-diagnostic-functions #'mdfollow--look nil t)
  (flymake-mode 1))

(defvar-local mdfollow--process nil "The look that is under way in this buffer.")

(defun mdfollow--look (report &rest _)
  "Give REPORT what the program says of this buffer's file.
A buffer with unsaved changes waits: the program reads the file."
  (when (process-live-p mdfollow--process)
    (kill-process mdfollow--process))
  (let ((file (buffer-file-name)))
    (when (and file (not (buffer-modified-p)))
      (setq mdfollow--process (mdfollow--start file report (current-buffer))))))

(defun mdfollow--start (file report buffer)
  "Look at FILE, and give REPORT the findings for BUFFER once they are there."
  (make-process
   :name "mdfollow" :noquery t :connection-type 'pipe
   :buffer (generate-new-buffer " *mdfollow*")
   :stderr (get-buffer-create " *mdfollow says*")
   :command (list mdfollow-program "check" "--output-format" "concise" file)
   :sentinel
   (lambda (process _)
     (when (memq (process-status process) '(exit signal))
       (let ((output (process-buffer process)))
         (when (and (buffer-live-p buffer)
                    (eq process (buffer-local-value 'mdfollow--process buffer)))
           (funcall report (mdfollow--diagnostics output buffer)))
         (kill-buffer output))))))

(defun mdfollow--diagnostics (output buffer)
  "The findings in OUTPUT as Flymake takes them for BUFFER."
  (let (found)
    (with-current-buffer output
      (goto-char (point-min))
      (while (re-search-forward mdfollow-line nil t)
        (let ((line (string-to-number (match-string 2)))
              (column (string-to-number (match-string 3)))
              (kind (cond ((match-string 5) :note) ((match-string 4) :warning) (t :error)))
              (text (match-string 6)))
          (pcase-let ((`(,from . ,to) (flymake-diag-region buffer line column)))
            (push (flymake-make-diagnostic buffer from to kind text) found)))))
    (nreverse found)))

(provide 'mdfollow)
;;; mdfollow.el ends here
