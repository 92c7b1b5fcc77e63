/**
 * The files that a call of the command reads states from and writes results to, with the options
 * that name them. What is written is made elsewhere.
 */
@NullMarked
package org.liegg.cli.files;

import org.jspecify.annotations.NullMarked;
