/**
 * What networks are trained on: samples of known functions, of files and of digits, how they are
 * split and how they are moved. It knows the spec, and nothing of training.
 */
@NullMarked
package org.liegg.study.task;

import org.jspecify.annotations.NullMarked;
