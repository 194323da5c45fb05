namespace Gongkai.Recipes.Scripting;

/// <summary>Evaluates scripts aside, on a stack of its own, deep enough for whatever is not endless.</summary>
internal static class ScriptThread
{
    private const int StackBytes = 64 * 1024 * 1024;

    // The engine stops a script after a second; this is for what it would not notice.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The value that the work comes to. Work that does not end is left behind; it keeps no program from ending.</summary>
    public static async Task<string> RunAsync(Func<string> work, CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(work, result), StackBytes) { IsBackground = true, Name = "recipe script" };
        thread.Start();
        try
        {
            return await result.Task.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new ScriptFaultException("脚本一直没有结束，已放弃，请让它少做一些。");
        }
    }

    private static void Run(Func<string> work, TaskCompletionSource<string> result)
    {
        try
        {
            result.SetResult(work());
        }
#pragma warning disable CA1031 // whatever it is, it belongs to whoever awaits the result; left here it would end the program
        catch (Exception fault)
#pragma warning restore CA1031
        {
            result.SetException(fault);
        }
    }
}
