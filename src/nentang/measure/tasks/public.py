"""Door of tasks."""

from .queries import OverdueTask, TaskCounts, overdue_tasks, task_counts

__all__ = ["OverdueTask", "TaskCounts", "overdue_tasks", "task_counts"]
