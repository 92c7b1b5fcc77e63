/** What every sub-command is made of: its services, its exit codes, how tables are read. */
@NullMarked
package org.liegg.cli.base;

import org.jspecify.annotations.NullMarked;
