fault-forms-short = Write less: 300 characters at most.
fault-forms-choose-some = Choose at least one option.
fault-forms-scale = Choose a number on the scale.
fault-forms-place = Choose the places from the list.
fault-forms-same-place = Two points have the same place. Give each place only once.
fault-forms-rank = Give place 1 at least to the most important point.
fault-forms-consent = Tick the box to accept this.
