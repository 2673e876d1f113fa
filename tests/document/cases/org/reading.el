;;; reading.el --- What Emacs sees in Org files, as JSON  -*- lexical-binding: t -*-
;; emacs --batch -Q -l reading.el FOLDER: prints one JSON line per file of FOLDER, by name.

(require 'org)
(require 'org-element)
(require 'json)

(defun reading-line (pos) (line-number-at-pos pos t))

(defun reading-lines (element)
  "First and last line of ELEMENT, blank lines after it left off."
  (let* ((begin (org-element-property :post-affiliated element))
         (first (reading-line begin)))
    (list first
          (+ first -1 (- (count-lines begin (org-element-property :end element))
                         (or (org-element-property :post-blank element) 0))))))

(defun reading-stamp (stamp)
  (and stamp
       (let ((get (lambda (name) (org-element-property name stamp))))
         (list (funcall get :raw-value)
               (symbol-name (funcall get :type))
               (mapcar get '(:year-start :month-start :day-start :hour-start :minute-start))
               (mapcar get '(:year-end :month-end :day-end :hour-end :minute-end))
               (and (funcall get :repeater-type)
                    (format "%s %s %s" (funcall get :repeater-type)
                            (funcall get :repeater-value) (funcall get :repeater-unit)))
               (and (funcall get :warning-type)
                    (format "%s %s %s" (funcall get :warning-type)
                            (funcall get :warning-value) (funcall get :warning-unit)))))))

(defun reading-heading (h)
  (let ((get (lambda (name) (org-element-property name h))))
    (list
     (cons 'line (reading-line (funcall get :begin)))
     (cons 'stop (if (= (funcall get :end) (point-max)) -1 (reading-line (funcall get :end))))
     (cons 'level (funcall get :level))
     (cons 'keyword (funcall get :todo-keyword))
     (cons 'done (if (eq (funcall get :todo-type) 'done) t json-false))
     (cons 'priority (and (funcall get :priority) (char-to-string (funcall get :priority))))
     (cons 'title (funcall get :raw-value))
     (cons 'tags (vconcat (funcall get :tags)))
     (cons 'all_tags (vconcat (sort (mapcar #'substring-no-properties
                                            (org-get-tags (funcall get :begin)))
                                    #'string<)))
     (cons 'commented (if (funcall get :commentedp) t json-false))
     (cons 'archived (if (funcall get :archivedp) t json-false))
     (cons 'scheduled (reading-stamp (funcall get :scheduled)))
     (cons 'deadline (reading-stamp (funcall get :deadline)))
     (cons 'closed (reading-stamp (funcall get :closed))))))

(defun reading-map (tree types read)
  (vconcat (org-element-map tree types read)))

(defun reading-of (file)
  (with-temp-buffer
    (let ((coding-system-for-read 'utf-8-unix)) (insert-file-contents file))
    (let ((org-mode-hook nil) (org-inhibit-startup t)) (org-mode))
    (let ((tree (org-element-parse-buffer 'element)))
      (list
       (cons 'open (vconcat (mapcar #'substring-no-properties org-not-done-keywords)))
       (cons 'done (vconcat (mapcar #'substring-no-properties org-done-keywords)))
       (cons 'headings (reading-map tree 'headline #'reading-heading))
       (cons 'planning
             (reading-map tree 'planning (lambda (e) (car (reading-lines e)))))
       (cons 'keywords
             (reading-map tree 'keyword
                          (lambda (e) (list (car (reading-lines e))
                                            (org-element-property :key e)
                                            (org-element-property :value e)))))
       (cons 'properties
             (reading-map tree 'node-property
                          (lambda (e) (list (car (reading-lines e))
                                            (org-element-property :key e)
                                            (or (org-element-property :value e) "")))))
       (cons 'property_drawers (reading-map tree 'property-drawer #'reading-lines))
       (cons 'drawers
             (reading-map tree 'drawer
                          (lambda (e) (append (reading-lines e)
                                              (list (org-element-property :drawer-name e))))))
       (cons 'blocks
             (reading-map tree '(center-block comment-block dynamic-block example-block
                                 export-block latex-environment quote-block special-block
                                 src-block verse-block)
                          (lambda (e) (append (reading-lines e)
                                              (list (symbol-name (org-element-type e)))))))
       (cons 'comments (reading-map tree 'comment #'reading-lines))))))

(dolist (file (directory-files (car command-line-args-left) t "\\.org\\'"))
  (set-buffer-file-coding-system 'utf-8)
  (princ (json-encode (reading-of file)))
  (terpri))
(setq command-line-args-left nil)
