using Gongkai.Content;
using Gongkai.Recipes.Packages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Recipes.Runs;

/// <summary>Checks and runs recipes behind the pages, one at a time.</summary>
internal sealed class RecipeRuns(
    RunFiles files, ISiteFolder site, SiteRecipes recipes, TableRecipe tables, IUnitOfWork unitOfWork, BackgroundUser background, TimeProvider time, ILogger<RecipeRuns> logger) : IRecipeRuns, IAsyncDisposable
{
    private const string Broken = "运行中断：程序或数据库出了问题，详情见日志。已写入的各批内容完整保留，问题解决后再次运行会接着完成。";

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private RunUnderWay? _current;
    private Task _work = Task.CompletedTask;

    public IReadOnlyList<SiteRecipe> FindRecipes() =>
        [.. recipes.Folder.FindFiles().Where(file => RunName.Of(file.Name) == file.Name).Select(file => new SiteRecipe(file.Name, file.Length, file.LastWriteTimeUtc)).OrderBy(file => file.Name, StringComparer.Ordinal)];

    public async Task<string> UploadAsync(string fileName, Stream content, DeskUser user, CancellationToken cancellationToken = default)
    {
        var name = RunName.Of(fileName) ?? throw new RecipeRunRefusedException(RecipeRunRefusal.WrongKind);
        // Said before the bytes come in, and once more when they are there.
        if (_current is { } other)
            throw new RecipeRunRefusedException(RecipeRunRefusal.Busy, other.Record);
        var id = IdGenerator.NewId();
        await files.StoreAsync(id, name, content, cancellationToken);
        Start(new(id, name, IsUpload: true, user.Name, user.DisplayName, Now, RecipeRunState.Checking), user);
        return id;
    }

    public string Choose(string name, DeskUser user)
    {
        if (FindRecipes().All(recipe => recipe.Name != name))
            throw new RecipeRunRefusedException(RecipeRunRefusal.Missing);
        var id = IdGenerator.NewId();
        Start(new(id, name, IsUpload: false, user.Name, user.DisplayName, Now, RecipeRunState.Checking), user);
        return id;
    }

    public void Begin(string id, bool checkOnly, DeskUser user)
    {
        if (Find(id) is not { } run || !File.Exists(PathOf(run)))
            throw new RecipeRunRefusedException(RecipeRunRefusal.Missing);
        if (run.IsUnderWay)
            throw new RecipeRunRefusedException(RecipeRunRefusal.Busy, run);
        if (!checkOnly && !run.CanRun)
            throw new RecipeRunRefusedException(RecipeRunRefusal.NotReady);
        Start(new(id, run.File, run.IsUpload, user.Name, user.DisplayName, Now, checkOnly ? RecipeRunState.Checking : RecipeRunState.Importing) { Steps = run.Steps }, user);
    }

    public RecipeRunRecord? Find(string id) => _current is { } current && current.Record.Id == id ? current.Record : files.Read(id) is { } run ? Judge(run) : null;

    public IReadOnlyList<RecipeRunRecord> List() => [.. files.ReadAll().Select(run => _current is { } current && current.Record.Id == run.Id ? current.Record : Judge(run))];

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _work;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>A run that says that it is under way, and that nobody carries on, was cut.</summary>
    private RecipeRunRecord Judge(RecipeRunRecord run)
    {
        if (!run.IsUnderWay)
            return run;
        bool isCarriedOn;
        lock (_gate)
        {
            using var only = files.TryLock();
            isCarriedOn = only is null;
        }

        return isCarriedOn ? run : run with { State = run.State == RecipeRunState.Checking ? RecipeRunState.Checked : RecipeRunState.Cut, Fault = run.State == RecipeRunState.Checking ? "检查没有做完，程序就结束了。请再检查一次。" : null };
    }

    private void Start(RecipeRunRecord run, DeskUser user)
    {
        lock (_gate)
        {
            if (_current is { } other)
                throw new RecipeRunRefusedException(RecipeRunRefusal.Busy, other.Record);
            var only = files.TryLock() ?? throw new RecipeRunRefusedException(RecipeRunRefusal.Busy, files.ReadAll().FirstOrDefault(one => one.IsUnderWay));
            try
            {
                files.Write(run);
                files.Trim(run.Id);
            }
            catch
            {
                only.Dispose();
                throw;
            }

            var underWay = _current = new(run, files, time);
            // The request that begins it ends long before it does.
            using (ExecutionContext.SuppressFlow())
                _work = Task.Run(() => background.RunAsync(user, () => WorkAsync(underWay, only)));
        }
    }

    private async Task WorkAsync(RunUnderWay run, IDisposable only)
    {
        var record = run.Record;
        var checkOnly = record.State == RecipeRunState.Checking;
        RecipeRunRecord ended;
        try
        {
            var report = await ImportAsync(record, checkOnly, run);
            ended = record with { State = checkOnly || !report.WasCarriedOut ? RecipeRunState.Checked : report.Succeeded ? RecipeRunState.Imported : RecipeRunState.Failed, Report = report, Steps = [.. report.StepReports.Select(step => step.Name).Distinct(StringComparer.OrdinalIgnoreCase)] };
        }
        catch (PackageRefusedException fault)
        {
            ended = record with { State = RecipeRunState.Checked, Fault = fault.Message };
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // What is written still says that it is under way: without its process it counts as cut.
            Release(run.Record, only);
            return;
        }
#pragma warning disable CA1031 // nobody waits for the run: whatever it is, its page says that it broke off, and the log says why
        catch (Exception fault)
#pragma warning restore CA1031
        {
            logger.LogError(fault, "配方“{File}”没有运行完", record.File);
            ended = record with { State = checkOnly ? RecipeRunState.Checked : RecipeRunState.Failed, Fault = Broken };
        }

        Release(ended with { EndedUtc = Now, Progress = run.Record.Progress }, only);
    }

    private void Release(RecipeRunRecord ended, IDisposable only)
    {
        files.Write(ended);
        if (ended is { State: RecipeRunState.Imported, IsUpload: true })
            files.DeleteUpload(ended.Id);
        lock (_gate)
        {
            only.Dispose();
            _current = null;
        }
    }

    private async Task<RecipeReport> ImportAsync(RecipeRunRecord run, bool checkOnly, RunUnderWay progress)
    {
        var path = PathOf(run);
        if (TableRecipe.Is(path))
        {
            var (made, refused) = await tables.OpenAsync(path, run.File, _stopping.Token);
            return made is null ? refused! : await ImportAsync(made, checkOnly, progress);
        }

        if (!RecipePackage.Is(path))
            return await ImportAsync(RecipeSource.File(path) with { Name = run.File }, checkOnly, progress);
        await using var package = await RecipePackage.OpenAsync(path, run.File, site, _stopping.Token);
        return await ImportAsync(package.Source, checkOnly, progress);
    }

    private async Task<RecipeReport> ImportAsync(RecipeSource source, bool checkOnly, RunUnderWay progress)
    {
        RecipeReport? report = null;
        await unitOfWork.RunAsync(async services =>
            report = await services.GetRequiredService<RecipeImporter>().ImportAsync([source], checkOnly, progress, cancellationToken: _stopping.Token));
        return report!;
    }

    private string PathOf(RecipeRunRecord run) => run.IsUpload ? files.UploadOf(run.Id, run.File) : recipes.Folder.PathOf(run.File);
}
