/**
 * YAML files that users write: the parser, with bounds on what it takes, and values that know where
 * they stand, for errors that say so. What a file is about is said by the packages that read it.
 */
@NullMarked
package org.liegg.study.yaml;

import org.jspecify.annotations.NullMarked;
