using Gongkai.Search;
using Gongkai.Content;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using OrchardSite.Hosting;

namespace OrchardSite.CommandLine;

/// <summary><c>serve</c>: the website.</summary>
internal static class ServeCommand
{
    /// <summary>Serves until stopped. The first page shows all that was stored before.</summary>
    public static async Task<bool> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (!await app.Services.GetRequiredService<SearchIndex>().KeepAsync(cancellationToken))
        {
            await Console.Error.WriteLineAsync($"数据文件夹 {app.Services.GetRequiredService<SiteOptions>().DataFolder} 正由另一个网站进程使用。请先停止它，或用 --data 指定另一个文件夹。");
            return false;
        }

        await app.Services.GetRequiredService<ChangeFollowing>().CatchUpAsync(cancellationToken);
        await FirstAdministrator.MakeAsync(app.Services, app.Configuration, cancellationToken);
        await StartAsync(app, cancellationToken);
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            Console.WriteLine($"网站地址：{address}");
        Console.WriteLine($"数据文件夹：{app.Services.GetRequiredService<SiteOptions>().DataFolder}");
        await app.WaitForShutdownAsync(cancellationToken);
        return true;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception fault)
        {
            // What started before the fault is stopped in order, not taken its services away while it works.
            await app.StopAsync(CancellationToken.None);
            if (!IsOfAddress(fault))
                throw;
            throw new SiteException($"不能在 {app.Configuration[WebHostDefaults.ServerUrlsKey]} 上启动（{fault.Message}）。请检查地址的写法（如 http://127.0.0.1:5080）以及端口是否已被占用，或用 --urls 指定另一个地址。", fault);
        }
    }

    private static bool IsOfAddress(Exception fault) => fault is IOException or FormatException or InvalidOperationException or System.Net.Sockets.SocketException;
}
