/** One cell of a study: the network that fits it, its training, and what is found of it. */
@NullMarked
package org.liegg.study.run;

import org.jspecify.annotations.NullMarked;
