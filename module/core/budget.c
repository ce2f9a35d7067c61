// SPDX-License-Identifier: GPL-2.0
#include <linux/errno.h>
#include <linux/list.h>
#include <linux/printk.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

#include "budget.h"
#include "tunables.h"

/**
 * struct hwi_user - a user who has files open
 * @list: in users
 * @uid: who, in the initial user namespace
 * @files: open files
 * @used: bytes that they hold
 */
struct hwi_user {
	struct list_head list;
	kuid_t uid;
	unsigned int files;
	size_t used;
};

/* The lock protects all of this, and is only held for a few loads. */
static DEFINE_SPINLOCK(users_lock);
static LIST_HEAD(users);

static struct hwi_user *user_of(kuid_t uid)
{
	struct hwi_user *user;

	list_for_each_entry(user, &users, list)
		if (uid_eq(user->uid, uid))
			return user;
	return NULL;
}

/**
 * hwi_budget_init() - start with nothing used
 * @budget: what to initialise
 * @uid: whose file it is
 * @limited: the user has no CAP_SYS_RESOURCE, and so is limited
 *
 * Context: process context, may sleep.
 * Return: 0 or -ENOMEM.
 */
int hwi_budget_init(struct hwi_budget *budget, kuid_t uid, bool limited)
{
	struct hwi_user *new, *user;

	*budget = (struct hwi_budget){};
	if (!limited)
		return 0;
	new = kzalloc(sizeof(*new), GFP_KERNEL);
	if (!new)
		return -ENOMEM;
	new->uid = uid;
	spin_lock(&users_lock);
	user = user_of(uid);
	if (!user) {
		list_add(&new->list, &users);
		user = new;
		new = NULL;
	}
	user->files++;
	spin_unlock(&users_lock);
	budget->user = user;
	kfree(new);
	return 0;
}

/**
 * hwi_budget_exit() - the file is closed
 * @budget: all of it given back
 *
 * Context: process context.
 */
void hwi_budget_exit(struct hwi_budget *budget)
{
	struct hwi_user *user = budget->user;

	if (!user)
		return;
	spin_lock(&users_lock);
	if (--user->files)
		user = NULL;
	else
		list_del(&user->list);
	spin_unlock(&users_lock);
	kfree(user);
}

static int take_for_user(struct hwi_user *user, size_t size)
{
	size_t max = hwi_tunable_user_max();
	bool ok;

	spin_lock(&users_lock);
	ok = user->used <= max && size <= max - user->used;
	if (ok)
		user->used += size;
	spin_unlock(&users_lock);
	if (ok)
		return 0;
	pr_notice_once(
		"hwinsight: a user's open files hold all that dev.hwinsight.user_max_kb allows: reads fail with ENOMEM\n");
	return -ENOMEM;
}

/**
 * hwi_budget_take() - count memory that is about to be allocated
 * @budget: the open file's, or NULL to count nothing
 * @size: bytes
 *
 * Context: process context.
 * Return: 0; -EFBIG if this file would hold too much; -ENOMEM if the user's
 * files together would.
 */
int hwi_budget_take(struct hwi_budget *budget, size_t size)
{
	size_t used;
	int err = 0;

	if (!budget)
		return 0;
	used = budget->used + budget->reserve;
	if (used > budget->max || size > budget->max - used) {
		pr_notice_once(
			"hwinsight: a read needs more than dev.hwinsight.snapshot_max_kb allows: it fails with EFBIG\n");
		return -EFBIG;
	}
	if (budget->user)
		err = take_for_user(budget->user, size);
	if (!err)
		budget->used += size;
	return err;
}

/**
 * hwi_budget_give() - count memory that was freed
 * @budget: as for hwi_budget_take()
 * @size: as for hwi_budget_take()
 *
 * Context: process context.
 */
void hwi_budget_give(struct hwi_budget *budget, size_t size)
{
	if (!budget)
		return;
	budget->used -= size;
	if (!budget->user)
		return;
	spin_lock(&users_lock);
	budget->user->used -= size;
	spin_unlock(&users_lock);
}
