/**
 * The file {@code liegg.yaml}: defaults of options, and checks. What it says becomes arguments of
 * the command, which reads and refuses them as it does those of the user; so nothing here knows
 * what any option means.
 */
@NullMarked
package org.liegg.cli.config;

import org.jspecify.annotations.NullMarked;
