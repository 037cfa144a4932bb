/** The forms in which rules compare texts: masks, case folding, numbers and names in texts. */
@NullMarked
package io.understudy.compare.rule.text;

import org.jspecify.annotations.NullMarked;
