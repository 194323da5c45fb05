using System.CommandLine;
using Gongkai.Storage;
using OrchardSite.Hosting;
using OrchardSite.StaticCopy;
using OrchardSite.StaticCopy.Rewriting;

namespace OrchardSite.CommandLine;

/// <summary>The program's commands. Without one it serves.</summary>
internal static class SiteCommands
{
    private const int Done = 0;
    private const int Failed = 1;

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "数据文件夹（默认为 appsettings.json 旁的 data）",
        HelpName = "文件夹",
        Recursive = true,
    };

    private static readonly Option<bool?> Sample = new("--sample")
    {
        Description = "空的数据文件夹是否带上示例内容（默认：开发环境带，其他环境不带）",
        HelpName = "true|false",
        Recursive = true,
        Arity = ArgumentArity.ExactlyOne,
    };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "监听的地址，如 http://127.0.0.1:5080；端口 0 由系统选择",
        HelpName = "地址",
    };

    /// <summary>Parses and runs; the exit code is 0 when all went well, 1 when not.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        try
        {
            return await Root().Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("已中断。");
            return Failed;
        }
        catch (Exception fault) when (fault is SiteException or StorageException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Failed;
        }
        catch (SetUpException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            ImportReport.WriteProblems(fault.Report, Console.Error);
            return Failed;
        }
#pragma warning disable CA1031 // the last one to catch: whatever it is, people get a message and an exit code, and we the whole of it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"程序出错：{fault.Message}");
            await Console.Error.WriteLineAsync(fault.ToString());
            return Failed;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("政府信息公开网站。不带命令时启动网站。") { Data, Sample, Urls };
        root.SetAction((arguments, cancellation) => ServeAsync(arguments, cancellation));
        root.Add(Serve());
        root.Add(Import());
        root.Add(Export());
        root.Add(Reindex());
        root.Add(Check());
        root.Add(CheckSite());
        root.Add(SearchLog());
        root.Add(Audit());
        root.Add(Backup());
        root.Add(Restore());
        root.Add(UserCommand.Make(WithSiteAsync));
        root.Add(PublishStatic());
        return root;
    }

    private static Command Serve()
    {
        var command = new Command("serve", "启动网站") { Urls };
        command.SetAction((arguments, cancellation) => ServeAsync(arguments, cancellation));
        return command;
    }

    private static Command Import()
    {
        var files = new Argument<string[]>("FILE") { Description = "配方文件（Orchard Core 的 JSON 格式），装有 Recipe.json 和它用到的文件的 zip 包，或填写标准目录的表格（.xlsx、.csv）", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "只检查，不改动任何内容" };
        var parameters = new Option<string[]>("--parameter") { Description = "配方里 parameters('名称') 的值；可重复", HelpName = "名称=值" };
        var command = new Command("import", "导入配方；可以在网站运行时使用") { files, check, parameters };
        command.SetAction((arguments, cancellation) => WithSiteAsync(arguments,
            app => ImportCommand.RunAsync(app.Services, arguments.GetRequiredValue(files), arguments.GetValue(check), arguments.GetValue(parameters) ?? [], cancellation), cancellation));
        return command;
    }

    private static Command Export()
    {
        var file = new Argument<string>("FILE") { Description = "要写的配方文件" };
        var types = new Option<string[]>("--type") { Description = "只导出这些类型的内容；可重复", AllowMultipleArgumentsPerToken = true };
        var command = new Command("export", "把定义和内容导出为配方") { file, types };
        command.SetAction((arguments, cancellation) => WithSiteAsync(arguments,
            app => ExportCommand.RunAsync(app.Services, arguments.GetRequiredValue(file), arguments.GetValue(types) ?? [], cancellation), cancellation));
        return command;
    }

    private static Command Reindex()
    {
        var command = new Command("reindex", "重建搜索索引；网站运行时由网站自己重建");
        command.SetAction((arguments, cancellation) => WithSiteAsync(arguments, app => ReindexCommand.RunAsync(app.Services, cancellation), cancellation));
        return command;
    }

    private static Command Check()
    {
        var command = new Command("check", "检查数据库、索引以及两者是否一致；有错误时退出码为 1");
        command.SetAction((arguments, cancellation) => WithSiteAsync(arguments, app => CheckCommand.RunAsync(app.Services, cancellation), cancellation));
        return command;
    }

    private static Command CheckSite()
    {
        var csv = new Option<string?>("--csv") { Description = "把发现的问题写成 CSV 文件；已有的文件会被替换", HelpName = "文件" };
        var anew = new Option<bool>("--anew") { Description = "从头查起；没有它时，上次没查完的接着查" };
        var command = new Command("check-site", "对已经公开的全部内容做发布前检查；可以在网站运行时使用；有“阻止发布”的问题时退出码为 1") { csv, anew };
        command.SetAction((arguments, cancellation) => WithSiteAsync(arguments, app => CheckSiteCommand.RunAsync(app.Services, arguments.GetValue(csv), arguments.GetValue(anew), cancellation), cancellation));
        return command;
    }

    private static Command SearchLog()
    {
        var from = new Option<string?>("--from") { Description = "从哪一天起（含），如 2026-01-01", HelpName = "日期" };
        var to = new Option<string?>("--to") { Description = "到哪一天止（含）", HelpName = "日期" };
        var export = new Command("export", "把每天的搜索词、次数、结果数和点击位置以 CSV 写到标准输出") { from, to };
        export.SetAction((arguments, cancellation) => WithSiteAsync(arguments,
            app => SearchLogCommand.RunAsync(app.Services, arguments.GetValue(from), arguments.GetValue(to), cancellation), cancellation));
        return new("search-log", "搜索日志") { export };
    }

    private static Command Audit()
    {
        var noted = new Option<string?>("--noted") { Description = "以前记下的末条校验值，与现在的比较", HelpName = "号:校验值" };
        var verify = new Command("verify", "核对审计记录的校验链；有错误时退出码为 1") { noted };
        verify.SetAction((arguments, cancellation) => WithSiteAsync(arguments, app => AuditCommand.VerifyAsync(app.Services, arguments.GetValue(noted), cancellation), cancellation));
        var file = new Argument<string>("FILE") { Description = "要写的文件：以 .jsonl 结尾的写成 JSON 行，其他的写成 CSV" };
        var from = new Option<string?>("--from") { Description = "从哪一天起（含），如 2026-01-01", HelpName = "日期" };
        var to = new Option<string?>("--to") { Description = "到哪一天止（含）", HelpName = "日期" };
        var export = new Command("export", "把审计记录写到文件") { file, from, to };
        export.SetAction((arguments, cancellation) => WithSiteAsync(arguments,
            app => AuditCommand.ExportAsync(app.Services, arguments.GetRequiredValue(file), arguments.GetValue(from), arguments.GetValue(to), cancellation), cancellation));
        return new("audit", "审计记录：谁在什么时候对什么做了什么") { verify, export };
    }

    private static Command Backup()
    {
        var file = new Argument<string>("FILE") { Description = "要写的备份文件（zip）；不能已经存在" };
        var command = new Command("backup", "把数据库、附件和密钥备份成一个文件；网站可以照常运行") { file };
        command.SetAction((arguments, cancellation) => WithSiteAsync(arguments, app => BackupCommand.BackUpAsync(app.Services, arguments.GetRequiredValue(file), cancellation), cancellation));
        return command;
    }

    private static Command Restore()
    {
        var file = new Argument<string>("FILE") { Description = "备份文件" };
        var command = new Command("restore", "把备份恢复到空的数据文件夹和空的数据库") { file };
        command.SetAction((arguments, cancellation) => WithAppAsync(arguments, app => BackupCommand.RestoreAsync(app.Services, arguments.GetRequiredValue(file), cancellation)));
        return command;
    }

    private static Command PublishStatic()
    {
        var folder = new Argument<string>("FOLDER") { Description = "静态副本的文件夹：空的，或以前写过的" };
        var links = new Option<LinkStyle>("--links") { Description = "链接的写法：relative 从文件到文件，放在哪里都能用；absolute 用 Site:BaseUrl 的地址", HelpName = "relative|absolute" };
        var roots = new Option<string[]>("--root") { Description = "要发布的语言的地址开头，如 /en；可重复，默认只发布默认语言 /", HelpName = "地址" };
        var pack = new Option<bool>("--gzip") { Description = "文本文件旁边另写一个压缩好的 .gz" };
        var all = new Option<bool>("--all") { Description = "全部重新生成，并与现有文件逐一比较" };
        var command = new Command("publish-static", "把公开网站写成静态文件；再次运行只更新有变化的部分，可以在网站运行时使用") { folder, links, roots, pack, all };
        command.SetAction((arguments, cancellation) => WithAppAsync(arguments, app => PublishStaticCommand.RunAsync(app, token => SiteStart.PrepareAsync(app, token), cancellation),
            new(Path.GetFullPath(arguments.GetRequiredValue(folder)), arguments.GetValue(links), PublishStaticCommand.RootsOf(arguments.GetValue(roots)), null, arguments.GetValue(pack), arguments.GetValue(all))));
        return command;
    }

    private static Task<int> ServeAsync(ParseResult arguments, CancellationToken cancellation) =>
        WithSiteAsync(arguments, app => ServeCommand.RunAsync(app, cancellation), cancellation);

    /// <summary>Every command but one first sets an empty folder up.</summary>
    private static Task<int> WithSiteAsync(ParseResult arguments, Func<WebApplication, Task<bool>> command, CancellationToken cancellation) => WithAppAsync(arguments, async app =>
    {
        await SiteStart.PrepareAsync(app, cancellation);
        return await command(app);
    });

    private static async Task<int> WithAppAsync(ParseResult arguments, Func<WebApplication, Task<bool>> command, StaticCopyOptions? copy = null)
    {
        await using var app = SiteHost.Build(new(arguments.GetValue(Data), arguments.GetValue(Sample), arguments.GetValue(Urls), copy));
        try
        {
            return await command(app) ? Done : Failed;
        }
        catch (Exception fault) when (app.Services.GetRequiredService<StorageDatabase>().OutageOf(fault) is { } outage)
        {
            throw new SiteException(outage, fault);
        }
    }
}
