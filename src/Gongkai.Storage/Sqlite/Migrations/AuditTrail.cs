using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Sqlite.Migrations;

/// <summary>Who did what when; the database itself refuses to change a row, or to delete it within six months.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261125200300_AuditTrail")]
internal sealed class AuditTrail : Migration
{
    // REPLACE deletes without asking the trigger of DELETE.
    private const string Guard = """
        CREATE TRIGGER "AuditTrail_NoUpdate" BEFORE UPDATE ON "AuditTrail"
            BEGIN SELECT RAISE(ABORT, 'AuditTrail: rows are not changed'); END;
        CREATE TRIGGER "AuditTrail_NoReplace" BEFORE INSERT ON "AuditTrail" WHEN EXISTS (SELECT 1 FROM "AuditTrail" WHERE "Sequence" = NEW."Sequence")
            BEGIN SELECT RAISE(ABORT, 'AuditTrail: rows are not changed'); END;
        CREATE TRIGGER "AuditTrail_NoDelete" BEFORE DELETE ON "AuditTrail" WHEN OLD."TimeUtc" > datetime('now', '-183 days')
            BEGIN SELECT RAISE(ABORT, 'AuditTrail: rows are not deleted within six months'); END;
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "AuditTrail",
            columns: table => new
            {
                Sequence = table.Column<long>(nullable: false),
                TimeUtc = table.Column<DateTime>(nullable: false),
                User = table.Column<string>(nullable: false),
                DisplayName = table.Column<string>(nullable: false),
                Address = table.Column<string>(nullable: false),
                Action = table.Column<string>(nullable: false),
                ContentItemId = table.Column<string>(nullable: false),
                VersionId = table.Column<string>(nullable: false),
                ContentType = table.Column<string>(nullable: false),
                Title = table.Column<string>(nullable: false),
                Result = table.Column<int>(nullable: false),
                Hash = table.Column<string>(nullable: false),
                Details = table.Column<string>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_AuditTrail", x => x.Sequence));
        migrationBuilder.CreateIndex(name: "IX_AuditTrail_ContentItemId_Sequence", table: "AuditTrail", columns: ["ContentItemId", "Sequence"]);
        migrationBuilder.CreateIndex(name: "IX_AuditTrail_User_Sequence", table: "AuditTrail", columns: ["User", "Sequence"]);
        migrationBuilder.CreateIndex(name: "IX_AuditTrail_Action_Sequence", table: "AuditTrail", columns: ["Action", "Sequence"]);
        migrationBuilder.CreateIndex(name: "IX_AuditTrail_TimeUtc", table: "AuditTrail", column: "TimeUtc");
        migrationBuilder.CreateTable(
            name: "AuditEnds",
            columns: table => new
            {
                Id = table.Column<int>(nullable: false),
                Sequence = table.Column<long>(nullable: false),
                Hash = table.Column<string>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_AuditEnds", x => x.Id));
        migrationBuilder.Sql(Guard);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "AuditTrail");
        migrationBuilder.DropTable(name: "AuditEnds");
    }
}
