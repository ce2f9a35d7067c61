// SPDX-License-Identifier: GPL-2.0
#include "helpers.h"

#include <linux/cred.h>
#include <linux/user_namespace.h>

#include "../../module/process_access.c"

#define USER KUIDT_INIT(1000)
#define GROUP KGIDT_INIT(100)

/* All but fsuid and fsgid. */
static void set_ids(struct cred *cred, kuid_t uid, kgid_t gid)
{
	cred->uid = uid;
	cred->euid = uid;
	cred->suid = uid;
	cred->gid = gid;
	cred->egid = gid;
	cred->sgid = gid;
}

/* All ids of one user, and no capability. */
static struct cred *user(struct kunit *test)
{
	struct cred *cred = kunit_kzalloc(test, sizeof(*cred), GFP_KERNEL);

	KUNIT_ASSERT_TRUE(test, cred);
	set_ids(cred, USER, GROUP);
	cred->fsuid = USER;
	cred->fsgid = GROUP;
	cred->user_ns = &init_user_ns;
	return cred;
}

static void the_same_user_may_look(struct kunit *test)
{
	KUNIT_EXPECT_TRUE(test, hwi_access_same(user(test), user(test)));
}

/* Only the reader's fsuid and fsgid count, and only the task's other ids. */
static void the_other_ids_do_not_count(struct kunit *test)
{
	struct cred *me = user(test), *task = user(test);

	task->fsuid = GLOBAL_ROOT_UID;
	task->fsgid = GLOBAL_ROOT_GID;
	KUNIT_EXPECT_TRUE(test, hwi_access_same(me, task));
	set_ids(me, GLOBAL_ROOT_UID, GLOBAL_ROOT_GID);
	KUNIT_EXPECT_TRUE(test, hwi_access_same(me, task));
}

static void one_other_id_is_enough(struct kunit *test)
{
	struct cred *me = user(test), *task = user(test);
	kuid_t *uids[] = { &task->uid, &task->euid, &task->suid, &me->fsuid };
	kgid_t *gids[] = { &task->gid, &task->egid, &task->sgid, &me->fsgid };
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(uids); i++) {
		*uids[i] = GLOBAL_ROOT_UID;
		KUNIT_EXPECT_FALSE(test, hwi_access_same(me, task));
		*uids[i] = USER;
		*gids[i] = GLOBAL_ROOT_GID;
		KUNIT_EXPECT_FALSE(test, hwi_access_same(me, task));
		*gids[i] = GROUP;
		KUNIT_EXPECT_TRUE(test, hwi_access_same(me, task));
	}
	task->user_ns = NULL;
	KUNIT_EXPECT_FALSE(test, hwi_access_same(me, task));
}

static void a_task_that_can_do_more_is_out_of_sight(struct kunit *test)
{
	struct cred *me = user(test), *task = user(test);

	cap_raise(task->cap_permitted, CAP_NET_RAW);
	KUNIT_EXPECT_FALSE(test, hwi_access_same(me, task));
	/* Permitted capabilities do not count, effective ones do. */
	cap_raise(me->cap_permitted, CAP_NET_RAW);
	KUNIT_EXPECT_FALSE(test, hwi_access_same(me, task));
	cap_raise(me->cap_effective, CAP_NET_RAW);
	KUNIT_EXPECT_TRUE(test, hwi_access_same(me, task));
	cap_raise(me->cap_effective, CAP_CHOWN);
	KUNIT_EXPECT_TRUE(test, hwi_access_same(me, task));
}

static struct kunit_case process_access_cases[] = {
	KUNIT_CASE(the_same_user_may_look),
	KUNIT_CASE(the_other_ids_do_not_count),
	KUNIT_CASE(one_other_id_is_enough),
	KUNIT_CASE(a_task_that_can_do_more_is_out_of_sight),
	{}
};

static struct kunit_suite process_access_suite = {
	.name = "hwinsight_process_access",
	.test_cases = process_access_cases,
};

kunit_test_suite(process_access_suite);

MODULE_DESCRIPTION("KUnit: whose descriptors one may see");
MODULE_LICENSE("GPL");
