/* SPDX-License-Identifier: GPL-2.0 */
/* The buffers that seq_files render into, kept from one open to the next. */
#ifndef HWI_BUFFER_H
#define HWI_BUFFER_H

struct seq_file;

void hwi_buffer_give(struct seq_file *m);
void hwi_buffer_take(struct seq_file *m);
void hwi_buffer_exit(void);

#endif
