/**
 * What a study is before it runs: its task, grid, training and judging, read from YAML or built in
 * Java, and checked. Nothing here reads samples or knows a network.
 */
@NullMarked
package org.liegg.study.spec;

import org.jspecify.annotations.NullMarked;
